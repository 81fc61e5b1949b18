package org.isthmus.gateway.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The guides for readers, partners, officers and auditors as pages: the same texts as in the folder {@code docs}. */
final class Guides {

    /** A page, and what its first line calls it. */
    record Guide(String title, Page page) {}

    private static final List<String> NAMES = List.of("portals", "partners", "officers", "auditors", "clients");

    private Guides() {}

    /** By their paths. */
    static Map<String, Guide> read() {
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .build();
        Map<String, Guide> guides = new LinkedHashMap<>();
        for (String name : NAMES) {
            Node text = parser.parse(new String(Page.read("guides/" + name + ".md"), UTF_8));
            Titles titles = new Titles();
            text.accept(titles);
            String html = Html.frame(titles.title, "/style.css", "<main>\n" + renderer.render(text) + "</main>");
            guides.put("/guides/" + name, new Guide(titles.title, Page.of(Page.HTML, html)));
        }
        return guides;
    }

    /** Finds the title, and leads links between guides to their pages; one to another file of the repository is words alone. */
    private static final class Titles extends AbstractVisitor {

        private String title = "";

        @Override
        public void visit(Heading heading) {
            if (title.isEmpty() && heading.getFirstChild() instanceof Text text) {
                title = text.getLiteral();
            }
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String to = link.getDestination();
            String name = to.replaceFirst("\\.md(#.*)?$", "");
            if (NAMES.contains(name)) {
                link.setDestination("/guides/" + name);
            } else if (!to.startsWith("/") && !to.startsWith("http") && !to.startsWith("#")) {
                for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                    link.insertBefore(child);
                }
                link.unlink();
            }
        }
    }
}
