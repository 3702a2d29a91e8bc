export { MockError } from "./mock-error.ts";
export { startMock, type Mock, type MockOptions } from "./start-mock.ts";
