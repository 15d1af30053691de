/** 汇总报送: a unit's own totals where records are not kept one by one, nil reports among them. */
@NullMarked
package cn.anxun.app.feature.tally;

import org.jspecify.annotations.NullMarked;
