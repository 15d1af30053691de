/** Immutable JSON values and their text. Knows nothing of entries. */
@NullMarked
package cn.anxun.core.json;

import org.jspecify.annotations.NullMarked;
