/** The goals: they read Maven's model, call the steps and report. No step knows Maven. */
@NullMarked
package cn.anxun.apk.mojo;

import org.jspecify.annotations.NullMarked;
