package cn.anxun.apk.dex;

import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what D8 or R8 objects to, and hands on what it warns of. */
final class Diagnostics implements DiagnosticsHandler {

  private final List<String> errors = new ArrayList<>();
  private final Consumer<String> warnings;

  Diagnostics(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public synchronized void error(Diagnostic diagnostic) {
    errors.add(place(diagnostic));
  }

  @Override
  public synchronized void warning(Diagnostic diagnostic) {
    if (!isOfNoUse(diagnostic.getDiagnosticMessage())) {
      warnings.accept(place(diagnostic));
    }
  }

  @Override
  public void info(Diagnostic diagnostic) {}

  /** Several jars have such a file of the same name; none of them goes into the APK. */
  private static boolean isOfNoUse(String message) {
    return message.startsWith("Resource 'META-INF/")
        && !message.startsWith("Resource 'META-INF/services/")
        && message.endsWith("already exists.");
  }

  private static String place(Diagnostic diagnostic) {
    String origin = diagnostic.getOrigin().toString();
    if (diagnostic.getPosition() != Position.UNKNOWN) {
      origin += ", " + diagnostic.getPosition().getDescription();
    }
    return origin + ": " + diagnostic.getDiagnosticMessage();
  }
}
