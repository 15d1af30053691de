package cn.anxun.apk.manifest;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import com.android.manifmerger.ManifestMerger2;
import com.android.manifmerger.ManifestMerger2.Invoker.Feature;
import com.android.manifmerger.ManifestMerger2.MergeFailureException;
import com.android.manifmerger.ManifestMerger2.MergeType;
import com.android.manifmerger.ManifestSystemProperty;
import com.android.manifmerger.MergingReport;
import com.android.utils.NullLogger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges the app's manifest with its libraries' by Android's own rules and {@code tools:} marks.
 */
public final class ManifestMerge {

  private final ManifestSettings settings;

  public ManifestMerge(ManifestSettings settings) {
    this.settings = settings;
  }

  /**
   * Writes the merged manifest, if it is another than is there.
   *
   * @return whether it is another
   * @throws BuildFailure if two manifests contradict each other: names both places
   */
  public boolean merge(Path manifest, List<AndroidArchive> libraries, Path merged)
      throws IOException, BuildFailure {
    if (!Files.isRegularFile(manifest)) {
      throw new BuildFailure("The app has no manifest: " + manifest + " is missing.");
    }
    MergingReport report = run(manifest, libraries);
    String text = report.getMergedDocument(MergingReport.MergedManifestKind.MERGED);
    if (report.getResult().isError() || text == null) {
      throw BuildFailure.listing("The manifests do not merge:", errors(report));
    }
    if (Files.exists(merged) && Files.readString(merged).equals(text)) {
      return false;
    }
    Files.createDirectories(merged.toAbsolutePath().getParent());
    Files.writeString(merged, text);
    return true;
  }

  private MergingReport run(Path manifest, List<AndroidArchive> libraries) throws BuildFailure {
    ManifestMerger2.Invoker invoker =
        ManifestMerger2.newMerger(manifest.toFile(), new NullLogger(), MergeType.APPLICATION)
            .setNamespace(settings.applicationId())
            .withFeatures(
                Feature.REMOVE_TOOLS_DECLARATIONS, Feature.SUPPRESS_MANIFEST_PACKAGE_WARNING);
    // The override of the package also gives the placeholder ${applicationId} its value.
    invoker.setOverride(ManifestSystemProperty.Document.PACKAGE, settings.applicationId());
    invoker.setOverride(
        ManifestSystemProperty.UsesSdk.MIN_SDK_VERSION, Integer.toString(settings.minSdk()));
    invoker.setOverride(
        ManifestSystemProperty.UsesSdk.TARGET_SDK_VERSION, Integer.toString(settings.targetSdk()));
    invoker.setOverride(
        ManifestSystemProperty.Manifest.VERSION_CODE, Integer.toString(settings.versionCode()));
    invoker.setOverride(ManifestSystemProperty.Manifest.VERSION_NAME, settings.versionName());
    if (settings.debuggable()) {
      invoker.withFeatures(Feature.DEBUGGABLE);
    }
    if (settings.testOnly()) {
      invoker.withFeatures(Feature.TEST_ONLY);
    }
    for (AndroidArchive library : libraries) {
      invoker.addLibraryManifest(library.name(), library.manifest().toFile());
    }
    try {
      return invoker.merge();
    } catch (MergeFailureException e) {
      throw new BuildFailure("The manifest " + manifest + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> errors(MergingReport report) {
    List<String> lines = new ArrayList<>();
    for (MergingReport.Record record : report.getLoggingRecords()) {
      if (record.getSeverity() == MergingReport.Record.Severity.ERROR) {
        lines.add(record.getSourceLocation() + ": " + record.getMessage());
      }
    }
    return lines;
  }
}
