/** The phone's database in tests. */
@NullMarked
package cn.anxun.app.data.local;

import org.jspecify.annotations.NullMarked;
