/**
 * What the whole ledger amounts to at a cut-off: {@link cn.anxun.core.state.LedgerState}, which the
 * indicators count.
 */
@NullMarked
package cn.anxun.core.state;

import org.jspecify.annotations.NullMarked;
