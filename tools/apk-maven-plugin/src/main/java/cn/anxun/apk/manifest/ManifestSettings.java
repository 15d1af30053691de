package cn.anxun.apk.manifest;

/**
 * What the build says about the app, over whatever its manifest says.
 *
 * @param applicationId the package the app is installed as
 * @param versionCode rises with every release; decides what is an update
 * @param versionName the version as people say it
 * @param minSdk the lowest API level the app runs on
 * @param targetSdk the API level whose behaviour it expects
 * @param debuggable a debugger may attach
 * @param testOnly marked {@code android:testOnly}: a shop refuses it, a phone takes it only by
 *     {@code adb install -t}
 */
public record ManifestSettings(
    String applicationId,
    int versionCode,
    String versionName,
    int minSdk,
    int targetSdk,
    boolean debuggable,
    boolean testOnly) {}
