using System.Globalization;
using System.Text.RegularExpressions;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>The words of Etsy's statements in English, German, French, Spanish, Italian, Dutch, Portuguese and Polish; compared in lower case, without accents. With a
/// space before and behind it a word stands alone: “tax” is no part of the Portuguese “taxa”, which is a fee.</summary>
internal static partial class EtsyStatementWords
{
    /// <summary>What a fee that is given back is called.</summary>
    public const string Credit = "credit";

    private static readonly string[] Payouts = ["deposit", "einzahlung", "auszahlung", "virement", "deposito", "accredito", "storting", "depozyt", "wypłata", "przelew"];
    private static readonly string[] Banks = ["bank account", "bankkonto", "compte bancaire", "cuenta bancaria", "conto bancario", "bankrekening", "conta bancaria", "konto bankowe", "rachunek bankowy"];
    private static readonly string[] Sales = ["sale", "verkauf", "vente", "venta", "vendita", "verkoop", "venda", "sprzedaz"];
    private static readonly string[] Refunds = ["refund", "erstattung", "ruckerstattung", "remboursement", "reembolso", "rimborso", "terugbetaling", "zwrot"];
    private static readonly string[] Taxes = [" tax ", " taxes ", " vat ", "steuer", "mwst", " taxe ", " tva ", "impuesto", " iva ", "imposta", "belasting", " btw ", "imposto", "podatek"];
    private static readonly string[] Fees = ["fee", "gebuhr", "frais", "tarifa", "tariffa", "commissione", "comision", "kosten", " taxa ", " taxas ", "comissao", "opłata", "opłaty", "prowizja"];
    private static readonly string[] Buyers = ["buyer", "kaufer", "acheteur", "comprador", "acquirente", "koper", "kupujac", "sales tax", "umsatzsteuer"];

    // In this order: an offsite ad's fee is for a sale, and a transaction fee may be for shipping.
    private static readonly (string Type, string[] Words)[] FeeTypes =
    [
        ("offsite ads", ["offsite", "externe anzeige", "annonces hors", "anuncios externos", "annunci esterni", "externe advertenties", "reklamy zewnetrzne"]),
        ("shipping label", ["label", "etikett", "etiquette", "etiqueta", "etichetta", "verzendlabel", "etykiet"]),
        ("listing", ["listing", "einstell", "mise en vente", "publicacion", "inserzione", "aanbied", "listagem", "publicacao", "wystawieni"]),
        ("processing", ["processing", "bearbeitung", "zahlungsabwicklung", "traitement", "procesamiento", "elaborazione", "verwerking", "processamento", "przetwarzani"]),
        ("transaction", ["transaction", "transaktion", "transaccion", "transazione", "transactie", "transacao", "transakcyjn", "transakcji"]),
        ("etsy ads", ["etsy ads", "etsy anzeigen", "etsy-anzeigen", "annonces etsy", "anuncios de etsy", "annunci etsy", "etsy-advertenties", "anuncios etsy", "anuncios do etsy", "reklamy etsy"]),
        ("subscription", ["subscription", "abonnement", "suscripcion", "abbonamento", "assinatura", "subskrypcj"]),
        ("regulatory operating", ["regulatory", "regulatorisch", "reglementaire", "regulatori", "regelgeving", "regulatoria", "regolament", "regulacyjn"]),
    ];

    private static readonly string[] Shippings = ["shipping", "versand", "livraison", "expedition", "envio", "spedizione", "verzending", "frete", "wysyłka", "wysyłki"];
    private static readonly string[] Marketing = ["marketing"];

    private static readonly string[][] Months =
    [
        ["januar", "janvier", "enero", "gennaio", "januari", "janeiro", "stycznia", "styczen"], ["februar", "fevrier", "febrero", "febbraio", "februari", "fevereiro", "lutego", "luty"],
        ["marz", "mars", "marzo", "maart", "marco", "marca", "marzec"], ["april", "avril", "abril", "aprile", "kwietnia", "kwiecien"],
        ["mai", "mayo", "maggio", "mei", "maio", "maja", "maj"], ["juni", "juin", "junio", "giugno", "junho", "czerwca", "czerwiec"],
        ["juli", "juillet", "julio", "luglio", "julho", "lipca", "lipiec"], ["august", "aout", "agosto", "augustus", "sierpnia", "sierpien"],
        ["september", "septembre", "septiembre", "settembre", "setembro", "wrzesnia", "wrzesien"], ["oktober", "octobre", "octubre", "ottobre", "outubro", "pazdziernika", "pazdziernik"],
        ["november", "novembre", "noviembre", "novembro", "listopada", "listopad"], ["dezember", "decembre", "diciembre", "dicembre", "december", "dezembro", "grudnia", "grudzien"],
    ];

    /// <summary>Whether a row tells of money sent to the bank.</summary>
    public static bool IsPayout(string type, string title) => Has(type, Payouts) || Has(title, Banks);

    /// <summary>What a row is, and which fee where it is one.</summary>
    public static (EntryKind Kind, string? FeeType) KindOf(string type, string title, long net)
    {
        if (Has(type, Taxes) && Has(title, Buyers)) return (EntryKind.Tax, null);
        if (Has(type, Refunds)) return (EntryKind.Refund, null);
        if (Has(type, Sales)) return (EntryKind.Sale, null);
        var fee = Has(type, Taxes) ? "tax on fees" : FeeOf(title) ?? (Has(type, Marketing) ? "etsy ads" : Has(type, Shippings) ? "shipping label" : Has(type, Fees) || Has(title, Fees) ? "other" : null);
        return fee is null ? (EntryKind.Adjustment, null) : (EntryKind.Fee, net > 0 ? Credit : fee);
    }

    /// <summary>The order and the listing that a row names.</summary>
    public static (string? Order, string? Listing) NumbersIn(string title, string info)
    {
        foreach (var text in (ReadOnlySpan<string>)[info, title])
        {
            if (Listing().Match(text) is { Success: true } listing) return (null, listing.Groups[1].Value);
            if (Order().Match(text) is { Success: true } order) return (order.Groups[1].Value, null);
        }

        return (null, null);
    }

    /// <summary>The first amount that a title names, as it writes it.</summary>
    public static string? AmountIn(string title) => Amount().Match(title) is { Success: true } amount ? amount.Value : null;

    /// <summary>The same date with the English name of its month.</summary>
    public static string EnglishDate(string text)
    {
        if (!text.Any(char.IsLetter)) return text;
        var parts = text.Replace(".", " ", StringComparison.Ordinal).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("de" or "of")).Select(EnglishMonth);
        return string.Join(' ', parts);
    }

    private static string EnglishMonth(string part)
    {
        if (!part.Any(char.IsLetter)) return part;
        var name = SearchText.Of(part);
        var month = Array.FindIndex(Months, names => names.Any(known => known == name || (name.Length >= 3 && known.StartsWith(name, StringComparison.Ordinal))));
        return month < 0 ? part : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month + 1);
    }

    private static string? FeeOf(string title)
    {
        var type = FeeTypes.FirstOrDefault(one => Has(title, one.Words)).Type;
        return type == "transaction" && title.Split(':') is [_, var of, ..] && Shippings.Contains(SearchText.Of(of).Trim()) ? "shipping transaction" : type;
    }

    private static bool Has(string text, string[] words)
    {
        var plain = $" {SearchText.Of(text)} ";
        return words.Any(word => plain.Contains(word, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:listing|artikel|anzeige|annonce|fiche|articulo|artículo|anuncio|anúncio|inserzione|aanbieding|oferta|listagem)\D{0,12}#?(\d{1,20})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    [GeneratedRegex(@"(?:#|(?:order|bestellung|commande|pedido|ordine|bestelling|encomenda|zam[oó]wieni[ea])\D{0,12})(\d{1,20})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"\d[\d.,’'\u00A0\u202F]*\d|\d", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
