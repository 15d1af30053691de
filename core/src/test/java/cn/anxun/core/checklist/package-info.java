/** Tests of the checklist package. */
@NullMarked
package cn.anxun.core.checklist;

import org.jspecify.annotations.NullMarked;
