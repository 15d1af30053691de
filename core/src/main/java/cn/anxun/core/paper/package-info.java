/**
 * 执法文书: which paper may be issued by whom, what it must say, how it is numbered and signed, and the
 * register that accounts for every number.
 */
@NullMarked
package cn.anxun.core.paper;

import org.jspecify.annotations.NullMarked;
