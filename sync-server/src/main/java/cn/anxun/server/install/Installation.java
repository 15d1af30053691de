package cn.anxun.server.install;

import cn.anxun.server.install.Step.Run;
import java.util.List;

/** How a system is told to run the server; what is to be done is told before it is done. */
interface Installation {

  /** Succeeds where whoever runs this may install. */
  Run administratorCheck();

  /** What is done, in order; done again it changes nothing, with a newer jar it is the upgrade. */
  List<Step> install(Plan plan);

  /** Takes the service away; data and backups stay. */
  List<Step> uninstall(Plan plan);
}
