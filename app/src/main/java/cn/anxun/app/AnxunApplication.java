package cn.anxun.app;

import android.app.Application;
import dagger.hilt.android.HiltAndroidApp;

/** The process. What it is made of is in {@code di}. */
@HiltAndroidApp(Application.class)
public final class AnxunApplication extends Hilt_AnxunApplication {}
