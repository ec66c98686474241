namespace ArtisansCorner.Webhooks;

/// <summary>What a program outside can be told of; stored by number, several together.</summary>
[Flags]
public enum WebhookEvents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A sale was recorded.</summary>
    SaleRecorded = 1,

    /// <summary>A sale was refunded or cancelled.</summary>
    SaleRefunded = 2,

    /// <summary>An item became low.</summary>
    StockLow = 4,

    /// <summary>A file went in, or could not.</summary>
    ImportFinished = 8,
}

/// <summary>Events as the API writes them, and what people call them.</summary>
public static class WebhookEventWords
{
    /// <summary>The event of a trial.</summary>
    public const string Ping = "ping";

    /// <summary>Every event with its word and what it means.</summary>
    public static IReadOnlyList<(WebhookEvents Event, string Word, string Meaning)> All { get; } =
    [
        (WebhookEvents.SaleRecorded, "sale.recorded", "A sale was recorded"),
        (WebhookEvents.SaleRefunded, "sale.refunded", "A sale was refunded or cancelled"),
        (WebhookEvents.StockLow, "stock.low", "An item is running low"),
        (WebhookEvents.ImportFinished, "import.finished", "An import is done, or failed"),
    ];

    /// <summary>The words of these events.</summary>
    public static IReadOnlyList<string> Of(WebhookEvents events) => [.. All.Where(one => events.HasFlag(one.Event)).Select(one => one.Word)];

    /// <summary>The event that a word says, or nothing.</summary>
    public static WebhookEvents? Find(string? word) => All.Where(one => one.Word == word).Select(one => (WebhookEvents?)one.Event).FirstOrDefault();
}
