/**
 * Proves that a bureau's ledger is what was accepted: walks the chain, holds it against what phones
 * and printed forms witnessed, and computes again what was derived from it.
 */
@NullMarked
package cn.anxun.server.verify;

import org.jspecify.annotations.NullMarked;
