/** Rankings over ledgers made by hand. */
@NullMarked
package cn.anxun.core.ranking;

import org.jspecify.annotations.NullMarked;
