namespace ArtisansCorner.Importing.Matching;

/// <summary>What a form with titles says.</summary>
internal static class TitleForm
{
    /// <summary>No form has more.</summary>
    public const int Most = 50;

    /// <summary>How many products a form offers by name.</summary>
    public const int MostChoices = 1000;

    /// <summary>The answers that were given; titles that were left for now are not among them.</summary>
    public static IReadOnlyList<TitleAnswer> Read(IFormCollection form) => [.. Enumerable.Range(0, Most).Select(index => Read(form, $"title.{index}.")).OfType<TitleAnswer>()];

    private static TitleAnswer? Read(IFormCollection form, string prefix)
    {
        var (title, channel, sku, answer) = (form[prefix + "title"].ToString(), form[prefix + "channel"].ToString(), form[prefix + "sku"].ToString().Trim(), form[prefix + "is"].ToString());
        return title.Length == 0 ? null
            : sku.Length > 0 ? new TitleAnswer(title, Sku: sku, Channel: channel)
            : answer == "none" ? new TitleAnswer(title, None: true, Channel: channel)
            : Guid.TryParse(answer, out var variantId) ? new TitleAnswer(title, variantId, Channel: channel) : null;
    }
}
