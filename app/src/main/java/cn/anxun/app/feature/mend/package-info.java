/** 修改: the field for which the server did not take an entry, filled in anew. */
@NullMarked
package cn.anxun.app.feature.mend;

import org.jspecify.annotations.NullMarked;
