/**
 * How a phone and a server come to hold the same entries: the engine, its ports (the phone's
 * outbox, the remote ledger), receipts and pages. The JSON of the messages is in {@code wire.v1}.
 */
@NullMarked
package cn.anxun.core.sync;

import org.jspecify.annotations.NullMarked;
