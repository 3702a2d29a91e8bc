import { ConsoleSpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";

// Before what is traced; in production, an exporter of your collector in place of the console's.
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }).register();

const { createService } = await import("./server.js");
createService().listen(3000, () => console.log("http://127.0.0.1:3000/sessions/0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"));
