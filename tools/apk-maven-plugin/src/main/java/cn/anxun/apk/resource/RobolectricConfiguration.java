package cn.anxun.apk.resource;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Tells Robolectric where the merged manifest and the linked resources are. */
public final class RobolectricConfiguration {

  private RobolectricConfiguration() {}

  /** Writes it where Robolectric looks, among the compiled tests. */
  public static void write(
      Path testClasses, String applicationId, Path manifest, LinkedResources linked, Path assets)
      throws IOException {
    Path file = testClasses.resolve("com/android/tools/test_config.properties");
    Properties properties = new Properties();
    properties.setProperty("android_merged_manifest", manifest.toString());
    properties.setProperty("android_resource_apk", linked.resourcePackage().toString());
    properties.setProperty("android_custom_package", applicationId);
    if (Files.isDirectory(assets)) {
      properties.setProperty("android_merged_assets", assets.toString());
    }
    Files.createDirectories(file.getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
  }
}
