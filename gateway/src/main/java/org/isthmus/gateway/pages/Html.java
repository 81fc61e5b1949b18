package org.isthmus.gateway.pages;

import io.vertx.ext.web.RoutingContext;

/** The frame around every page for people: nothing from elsewhere, and no script but the documentation's own. */
final class Html {

    private Html() {}

    static boolean isWanted(RoutingContext context) {
        String accepted = context.request().getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    static String page(String title, String body) {
        String main = "<main>%n<h1>%s</h1>%n%s%n</main>".formatted(escape(title), body);
        return frame(title, "/style.css", main);
    }

    static String frame(String title, String style, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="/favicon.ico" type="image/svg+xml">
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escape(title), style, content);
    }

    static String link(String address) {
        return "<a href=\"%s\">%s</a>".formatted(escape(address), escape(address));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
