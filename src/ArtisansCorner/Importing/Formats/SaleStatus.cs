using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// The column of a table of one's own that says what became of a sale, in English, German, French, Italian, Spanish, Dutch and Portuguese.
/// Only words that say that it is none are heeded; others, such as “shipped” or the state that a buyer lives in, say nothing of that.
/// </summary>
internal static class SaleStatus
{
    private static readonly string[] Names = ["status", "state", "order status", "payment status", "sale status", "bestellstatus", "statut", "état", "stato", "estado"];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CalledOff = Words(
        "cancelled, canceled, void, voided, failed, payment failed, draft, expired, unpaid expired, declined, abandoned",
        "storniert, annulliert, abgebrochen, fehlgeschlagen, entwurf, abgelaufen",
        "annulé, annulée, annule, annulee, échoué, échouée, echoue, echouee, brouillon, expiré, expirée, expire, expiree, abandonné, abandonnée",
        "annullato, annullata, fallito, fallita, bozza, scaduto, scaduta",
        "cancelado, cancelada, anulado, anulada, fallido, fallida, borrador, caducado, caducada, expirado, expirada",
        "geannuleerd, mislukt, verlopen, falhou, rascunho");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GivenBack = Words(
        "refunded, fully refunded, partially refunded, partly refunded, returned, erstattet, rückerstattet, zurückerstattet, rueckerstattet, remboursé, remboursée, rembourse, remboursee",
        "rimborsato, rimborsata, reembolsado, reembolsada, terugbetaald");

    /// <summary>The column, as a person can map it.</summary>
    public static MapField Field { get; } = new("status", "Whether it was called off", CellContent.Text, Names);

    /// <summary>Where it stands in a file; −1 where it is missing.</summary>
    public static int In(Headings headings) => headings.Find(Names);

    /// <summary>Why a row with this status is no sale; nothing where it may be one. A refund is what was given back.</summary>
    public static string? Refuse(ReadOnlySpan<char> status, bool isRefund) =>
        status.IsEmpty ? null : CalledOff.Contains(status) ? Reasons.CalledOff : !isRefund && GivenBack.Contains(status) ? Reasons.GivenBack : null;

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] lists) =>
        lists.SelectMany(list => list.Split(", ")).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
