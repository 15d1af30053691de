/**
 * The ledger: entries with the server's stamps, the port that keeps them, the causal order of a
 * subject's entries and what corrections and voids make of them. Knows no kind of record in
 * particular.
 */
@NullMarked
package cn.anxun.core.ledger;

import org.jspecify.annotations.NullMarked;
