/** Tests of the inspection, its parts and its screens. */
@NullMarked
package cn.anxun.app.feature.inspection;

import org.jspecify.annotations.NullMarked;
