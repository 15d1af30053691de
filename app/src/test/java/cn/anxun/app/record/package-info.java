/** Recording and reading in tests. */
@NullMarked
package cn.anxun.app.record;

import org.jspecify.annotations.NullMarked;
