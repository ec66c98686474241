namespace ArtisansCorner.Webhooks;

/// <summary>A subscription as it is being typed.</summary>
public sealed class WebhookForm
{
    /// <summary>Made with the form, so that sending it twice makes one.</summary>
    public Guid Token { get; set; }

    /// <summary>The version it was when the form was drawn.</summary>
    public int Version { get; set; }

    /// <summary>Where events are posted.</summary>
    public string? Url { get; set; }

    /// <summary>Whether it is told of sales.</summary>
    public bool SaleRecorded { get; set; }

    /// <summary>Whether it is told of refunds.</summary>
    public bool SaleRefunded { get; set; }

    /// <summary>Whether it is told of low stock.</summary>
    public bool StockLow { get; set; }

    /// <summary>Whether it is told of imports.</summary>
    public bool ImportFinished { get; set; }

    /// <summary>An empty form, with the events that most want to hear of.</summary>
    public static WebhookForm Empty() => new() { Token = Guid.CreateVersion7(), SaleRecorded = true, SaleRefunded = true };

    /// <summary>A form that shows a subscription.</summary>
    public static WebhookForm For(WebhookItem item) => new()
    {
        Version = item.Version, Url = item.Url, SaleRecorded = item.Events.Contains("sale.recorded"), SaleRefunded = item.Events.Contains("sale.refunded"),
        StockLow = item.Events.Contains("stock.low"), ImportFinished = item.Events.Contains("import.finished"),
    };

    /// <summary>Whether this event is chosen.</summary>
    public bool Has(WebhookEvents happened) => Chosen.HasFlag(happened);

    /// <summary>What it says.</summary>
    public NewWebhook Read(bool active) => new(Url, [.. WebhookEventWords.Of(Chosen)], active);

    private WebhookEvents Chosen =>
        (SaleRecorded ? WebhookEvents.SaleRecorded : WebhookEvents.None) | (SaleRefunded ? WebhookEvents.SaleRefunded : WebhookEvents.None) |
        (StockLow ? WebhookEvents.StockLow : WebhookEvents.None) | (ImportFinished ? WebhookEvents.ImportFinished : WebhookEvents.None);
}
