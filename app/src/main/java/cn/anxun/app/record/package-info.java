/** What a person records and reads: entries written in one go, lists and timelines, the figures. */
@NullMarked
package cn.anxun.app.record;

import org.jspecify.annotations.NullMarked;
