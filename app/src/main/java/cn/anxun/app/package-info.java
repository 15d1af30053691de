/** The application, its one activity, and which screen stands for which destination. */
@NullMarked
package cn.anxun.app;

import org.jspecify.annotations.NullMarked;
