using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks;

/// <summary>
/// Tells of sales and refunds in the shape that the API answers, but without the buyer's person:
/// what is sent out cannot be taken back when a customer is erased. Who may know asks the API.
/// </summary>
public sealed class AnnounceSales(SaleQuery sales, Announce announce) : IHandle<SaleRecorded>, IHandle<SaleRefunded>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<SaleRecorded> happened, CancellationToken cancel)
    {
        if (!await announce.IsHeardAsync(WebhookEvents.SaleRecorded, cancel)) return;
        List<Happened> facts = [];
        foreach (var id in happened.Select(one => one.SaleId).Distinct())
        {
            if (await FindAsync(id, cancel) is { } sale) facts.Add(new Happened(id, sale.RecordedAt, sale));
        }

        await announce.RunAsync(WebhookEvents.SaleRecorded, facts, cancel);
    }

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<SaleRefunded> happened, CancellationToken cancel)
    {
        if (!await announce.IsHeardAsync(WebhookEvents.SaleRefunded, cancel)) return;
        List<Happened> facts = [];
        foreach (var one in happened.DistinctBy(one => one.RefundId))
        {
            if (await FindAsync(one.SaleId, cancel) is { } sale && sale.Refunds.FirstOrDefault(refund => refund.Id == one.RefundId) is { } refund)
                facts.Add(new Happened(refund.Id, refund.RefundedAt, new { refund, sale }));
        }

        await announce.RunAsync(WebhookEvents.SaleRefunded, facts, cancel);
    }

    private async Task<SaleDetails?> FindAsync(Guid id, CancellationToken cancel) =>
        await sales.FindAsync(id, cancel) is { } sale
            ? sale with { Note = null, Customer = sale.Customer is { } buyer ? new SaleCustomer(buyer.Id, null, null, null, null, null, null, null) : null }
            : null;
}
