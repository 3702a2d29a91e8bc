// Loaded into a process and its children, workers among them, before all else: writes down whom they call, and what they
// read of files that are called canary.json. It is plain JavaScript, for it is loaded where nothing strips types.
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import workers from "node:worker_threads";

const log = process.env.REACH_LOG;
const { appendFileSync } = fs;
const tell = (what) => appendFileSync(log, `${what}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const { host = "localhost", port, path } = Object(options);
  if (port !== undefined || path === undefined) tell(`connect ${host}:${port ?? options}`);
  return connect.apply(this, args);
};
for (const owner of [dns, dns.promises]) {
  for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
    const original = owner[name];
    owner[name] = (host, ...rest) => {
      // Who listens looks up an address of this machine.
      if (!net.isIP(host)) tell(`look up ${host}`);
      return original.call(owner, host, ...rest);
    };
  }
}
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  tell("send a datagram");
  return send.apply(this, args);
};
for (const owner of [fs, fs.promises]) {
  for (const name of ["open", "openSync", "readFile", "readFileSync", "createReadStream", "readdir", "readdirSync"]) {
    const original = owner[name];
    if (original === undefined) continue;
    owner[name] = (path, ...rest) => {
      if (/(?:^|[\\/])canary\.json$/.test(String(path))) tell(`read ${path}`);
      return original.call(owner, path, ...rest);
    };
  }
}
// A worker has modules of its own, and may be given an empty environment: it is spied on all the same.
workers.Worker = class extends workers.Worker {
  constructor(code, options = {}) {
    const env = typeof options.env === "object" ? { ...options.env, REACH_LOG: log } : options.env;
    const spied = options.eval === true ? `require(${JSON.stringify(import.meta.filename)});\n${code}` : code;
    super(spied, { ...options, env });
  }
};
syncBuiltinESMExports();
