namespace ArtisansCorner.Platform.Web;

/// <summary>
/// The one script written into every page: it fetches the pages' script once the first paint is done, so that the two do not share a
/// slow line (docs/decisions/0009). The content security policy lets it in by its hash, and nothing else.
/// </summary>
public static class ScriptLoader
{
    /// <summary>The script; its element names the address to fetch in <c>data-app</c>.</summary>
    public const string Text =
        "{const{app}=document.currentScript.dataset;new PerformanceObserver((seen,me)=>{" +
        "if(seen.getEntriesByName(\"first-contentful-paint\").length){me.disconnect();import(app)}" +
        "}).observe({type:\"paint\",buffered:true})}";

    /// <summary>How the content security policy names it.</summary>
    public static string Source { get; } = SecurityHeaders.SourceOf(Text);
}
