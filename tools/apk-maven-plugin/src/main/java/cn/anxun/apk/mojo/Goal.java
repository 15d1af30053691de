package cn.anxun.apk.mojo;

import cn.anxun.apk.failure.BuildFailure;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A goal whose steps fail in words: Maven prints the words alone. */
abstract class Goal extends AbstractMojo {

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      run();
    } catch (BuildFailure e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException(e.toString(), e);
    }
  }

  abstract void run() throws IOException, BuildFailure;
}
