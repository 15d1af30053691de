/**
 * What people and the office say: the sealed {@link cn.anxun.core.entry.Entry} with one record per
 * kind, its fields, its ids and its JSON. Knows nothing of how entries are folded, counted or sent.
 */
@NullMarked
package cn.anxun.core.entry;

import org.jspecify.annotations.NullMarked;
