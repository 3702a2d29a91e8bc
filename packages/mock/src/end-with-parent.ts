// Loaded into Prism's process ahead of Prism: when the process that started it is gone, however it went, the channel
// between them closes and Prism ends too.
process.once("disconnect", () => process.exit());
