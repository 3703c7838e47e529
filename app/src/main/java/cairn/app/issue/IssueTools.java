package cairn.app.issue;

import cairn.app.fx.screen.Guide;
import cairn.app.fx.task.Tasks;
import cairn.app.session.Session;
import cairn.hsm.token.PinSource;
import java.time.InstantSource;

/** What issuing needs of the program around it. */
record IssueTools(Session session, Tasks tasks, Guide guide, PinSource pins, InstantSource clock) {}
