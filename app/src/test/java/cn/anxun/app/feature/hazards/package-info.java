/** Tests of the hazards' list, pages and forms, on their real screens. */
@NullMarked
package cn.anxun.app.feature.hazards;

import org.jspecify.annotations.NullMarked;
