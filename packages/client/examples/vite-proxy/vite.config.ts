import { defineConfig } from "vite";

// The vendor, or the mock in its place.
const vendor = new URL(process.env["PAGECALL_BASE_URL"] ?? "https://api.pagecall.com/v1");

export default defineConfig({
  server: {
    proxy: {
      "/api": {
        target: vendor.origin,
        changeOrigin: true,
        rewrite: (path) => path.replace(/^\/api/, vendor.pathname),
        // The key is on the server alone: what the page sends in its place is replaced.
        headers: { authorization: `Bearer ${process.env["PAGECALL_API_KEY"] ?? ""}` },
      },
    },
  },
});
