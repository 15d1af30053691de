package cn.anxun.app.device;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.inject.Qualifier;

/** The executor on which disk and figures are waited for; never the main thread. */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Background {}
