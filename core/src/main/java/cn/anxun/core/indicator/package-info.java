/**
 * Measures, indicators and figures: what is counted, and the engine that counts it over a {@link
 * cn.anxun.core.state.LedgerState}.
 */
@NullMarked
package cn.anxun.core.indicator;

import org.jspecify.annotations.NullMarked;
