import type { ApiError } from "../errors/api-error.ts";
import type { CallOptions } from "../options/options.ts";

/** An operation whose input has something the spec requires. Throws nothing; the promise rejects with an `SdkError`. */
export interface Operation<Input, Output, Errors extends ApiError> extends ErrorGuard<Errors> {
  (input: Input, options?: CallOptions | undefined): ApiPromise<Output>;
}

/** An operation that can be called without any input. */
export interface OptionalOperation<Input, Output, Errors extends ApiError> extends ErrorGuard<Errors> {
  (input?: Input | undefined, options?: CallOptions | undefined): ApiPromise<Output>;
}

/** An operation whose response may be of several media types: `accept` asks for one, and the result is then its. */
export interface NegotiatedOperation<
  Input,
  Outputs extends object,
  Errors extends ApiError,
> extends ErrorGuard<Errors> {
  <Type extends keyof Outputs = keyof Outputs>(
    input: Input,
    options: NegotiatedOptions<Type> & StreamOptions,
  ): ApiPromise<Streamed<Outputs[Type]>>;
  <Type extends keyof Outputs = keyof Outputs>(
    input: Input,
    options?: NegotiatedOptions<Type> | undefined,
  ): ApiPromise<Outputs[Type]>;
}

/** The same, of an operation that can be called without any input. */
export interface OptionalNegotiatedOperation<
  Input,
  Outputs extends object,
  Errors extends ApiError,
> extends ErrorGuard<Errors> {
  <Type extends keyof Outputs = keyof Outputs>(
    input: Input | undefined,
    options: NegotiatedOptions<Type> & StreamOptions,
  ): ApiPromise<Streamed<Outputs[Type]>>;
  <Type extends keyof Outputs = keyof Outputs>(
    input?: Input | undefined,
    options?: NegotiatedOptions<Type> | undefined,
  ): ApiPromise<Outputs[Type]>;
}

/** Options of a call whose response may be of several media types. */
export interface NegotiatedOptions<Type> extends CallOptions {
  /**
   * The media type that is asked for.
   * @default JSON, where there is JSON
   */
  accept?: Type | undefined;
}

/** Bytes as they come; nothing where a response may be something else. */
type Streamed<Output> = [Output] extends [Uint8Array] ? ReadableStream<Output> : never;

/** An operation whose response is bytes: they are given as they come where `as: "stream"` asks for it. */
export interface StreamableOperation<Input, Output, Errors extends ApiError> extends ErrorGuard<Errors> {
  (input: Input, options: StreamOptions): ApiPromise<ReadableStream<Output>>;
  (input: Input, options?: CallOptions | undefined): ApiPromise<Output>;
}

/** The same, of an operation that can be called without any input. */
export interface OptionalStreamableOperation<Input, Output, Errors extends ApiError> extends ErrorGuard<Errors> {
  (input: Input | undefined, options: StreamOptions): ApiPromise<ReadableStream<Output>>;
  (input?: Input | undefined, options?: CallOptions | undefined): ApiPromise<Output>;
}

/** Options of a call whose bytes are wanted as they come. */
export interface StreamOptions extends CallOptions {
  /**
   * The call resolves as soon as the headers are there, with a stream to be read to its end or cancelled. `maxResponseBytes`,
   * `signal` and `totalTimeoutMs` hold for all of it, `timeoutMs` for each chunk; it fails with an `SdkError`. What came is not
   * sent again.
   */
  as: "stream";
}

export interface ErrorGuard<Errors extends ApiError> {
  /**
   * Whether a caught value is an error that the spec documents for this very operation: its status fits, and its body has
   * the kind and the keys that the spec requires. `error.code` and `error.message` are there in any case.
   * Narrows to a union by status, so that `error.status === 404` gives `error.body` its type.
   */
  isError(error: unknown): error is Errors;
}

/** A promise of the body. */
export interface ApiPromise<Output> extends Promise<Output> {
  /** The same call's body together with the response it came in (its body is already read). Sends nothing again. */
  withResponse(): Promise<ApiResult<Output>>;
}

export interface ApiResult<Output> {
  data: Output;
  response: Response;
}

/** The statuses that a range key `4XX` stands for. */
// prettier-ignore
export type Status4XX =
  | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418 | 419
  | 420 | 421 | 422 | 423 | 424 | 425 | 426 | 427 | 428 | 429 | 430 | 431 | 432 | 433 | 434 | 435 | 436 | 437 | 438 | 439
  | 440 | 441 | 442 | 443 | 444 | 445 | 446 | 447 | 448 | 449 | 450 | 451 | 452 | 453 | 454 | 455 | 456 | 457 | 458 | 459
  | 460 | 461 | 462 | 463 | 464 | 465 | 466 | 467 | 468 | 469 | 470 | 471 | 472 | 473 | 474 | 475 | 476 | 477 | 478 | 479
  | 480 | 481 | 482 | 483 | 484 | 485 | 486 | 487 | 488 | 489 | 490 | 491 | 492 | 493 | 494 | 495 | 496 | 497 | 498 | 499;

/** The statuses that a range key `5XX` stands for. */
// prettier-ignore
export type Status5XX =
  | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 509 | 510 | 511 | 512 | 513 | 514 | 515 | 516 | 517 | 518 | 519
  | 520 | 521 | 522 | 523 | 524 | 525 | 526 | 527 | 528 | 529 | 530 | 531 | 532 | 533 | 534 | 535 | 536 | 537 | 538 | 539
  | 540 | 541 | 542 | 543 | 544 | 545 | 546 | 547 | 548 | 549 | 550 | 551 | 552 | 553 | 554 | 555 | 556 | 557 | 558 | 559
  | 560 | 561 | 562 | 563 | 564 | 565 | 566 | 567 | 568 | 569 | 570 | 571 | 572 | 573 | 574 | 575 | 576 | 577 | 578 | 579
  | 580 | 581 | 582 | 583 | 584 | 585 | 586 | 587 | 588 | 589 | 590 | 591 | 592 | 593 | 594 | 595 | 596 | 597 | 598 | 599;
