namespace ArtisansCorner.Platform.Web;

/// <summary>
/// The one style sheet. It is written into every page, because a page that must ask for it first is drawn a round trip later
/// (docs/decisions/0006); the content security policy lets it in by its hash, and nothing else.
/// </summary>
public sealed class Stylesheet
{
    /// <summary>Reads it as it was built.</summary>
    public Stylesheet(IWebHostEnvironment environment)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("app.css").CreateReadStream());
        // As a browser reads it, or its hash would be another.
        Text = reader.ReadToEnd().ReplaceLineEndings("\n");
        Source = SecurityHeaders.SourceOf(Text);
    }

    /// <summary>The style sheet.</summary>
    public string Text { get; }

    /// <summary>How the content security policy names it.</summary>
    public string Source { get; }
}
