/** Fields that a form asks for by their kinds, and the views that ask for each. */
@NullMarked
package cn.anxun.app.form;

import org.jspecify.annotations.NullMarked;
