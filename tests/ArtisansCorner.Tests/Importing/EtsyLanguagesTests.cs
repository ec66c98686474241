using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using CsCheck;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Statements and listings of Etsy in each language of the dictionary: known, and coming to the figures of the English ones.</summary>
public sealed class EtsyLanguagesTests
{
    private static readonly Dictionary<string, Language> Languages = new()
    {
        ["en"] = new(
            ["Date", "Type", "Title", "Info", "Currency", "Amount", "Fees & Taxes", "Net", "Tax Details"], "January February March April May June July August September October November December", "{1} {0}, {2}",
            ("Sale", "Payment for Order #{0}"), ("Fee", "Transaction fee: Mug"), ("Fee", "Transaction fee: shipping"), ("Fee", "Processing fee"), ("Fee", "Listing fee"), ("Shipping", "Shipping label"), ("Marketing", "Etsy Ads"),
            ("Tax", "Sales tax paid by buyer"), ("VAT", "VAT: transaction fee"), ("Refund", "Refund to buyer for Order #{0}"), ("Deposit", "{0} sent to your bank account"), "Order #{0}", "Listing #{0}", '.'),
        ["de"] = new(
            ["Datum", "Art", "Titel", "Info", "Währung", "Betrag", "Gebühren & Steuern", "Netto", "Steuerliche Angaben"], "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "{0}. {1} {2}",
            ("Verkauf", "Zahlung für Bestellung #{0}"), ("Gebühr", "Transaktionsgebühr: Becher"), ("Gebühr", "Transaktionsgebühr: Versand"), ("Gebühr", "Bearbeitungsgebühr"), ("Gebühr", "Einstellgebühr"), ("Versand", "Versandetikett"), ("Marketing", "Etsy-Anzeigen"),
            ("Steuer", "Vom Käufer gezahlte Umsatzsteuer"), ("MwSt.", "MwSt.: Transaktionsgebühr"), ("Rückerstattung", "Rückerstattung an Käufer für Bestellung #{0}"), ("Auszahlung", "{0} an dein Bankkonto gesendet"), "Bestellung #{0}", "Artikel #{0}", ','),
        ["fr"] = new(
            ["Date", "Type", "Titre", "Info", "Devise", "Montant", "Frais et taxes", "Net", "Détails"], "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "{0} {1} {2}",
            ("Vente", "Paiement de la commande #{0}"), ("Frais", "Frais de transaction : Tasse"), ("Frais", "Frais de transaction : livraison"), ("Frais", "Frais de traitement"), ("Frais", "Frais de mise en vente"), ("Livraison", "Étiquette d’expédition"), ("Marketing", "Annonces Etsy"),
            ("Taxe", "Taxe payée par l’acheteur"), ("TVA", "TVA : frais de transaction"), ("Remboursement", "Remboursement à l’acheteur pour la commande #{0}"), ("Virement", "{0} envoyés sur votre compte bancaire"), "Commande #{0}", "Annonce #{0}", ','),
        ["es"] = new(
            ["Fecha", "Tipo", "Título", "Información", "Moneda", "Importe", "Tarifas e impuestos", "Neto", "Detalles"], "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "{0} de {1} de {2}",
            ("Venta", "Pago del pedido #{0}"), ("Tarifa", "Tarifa de transacción: Taza"), ("Tarifa", "Tarifa de transacción: envío"), ("Tarifa", "Tarifa de procesamiento"), ("Tarifa", "Tarifa de publicación"), ("Envío", "Etiqueta de envío"), ("Marketing", "Anuncios de Etsy"),
            ("Impuesto", "Impuesto pagado por el comprador"), ("IVA", "IVA: tarifa de transacción"), ("Reembolso", "Reembolso al comprador del pedido #{0}"), ("Depósito", "{0} enviados a tu cuenta bancaria"), "Pedido #{0}", "Artículo #{0}", ','),
        ["it"] = new(
            ["Data", "Tipo", "Titolo", "Informazioni", "Valuta", "Importo", "Tariffe e imposte", "Netto", "Dettagli"], "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "{0} {1} {2}",
            ("Vendita", "Pagamento per l’ordine #{0}"), ("Tariffa", "Tariffa di transazione: Tazza"), ("Tariffa", "Tariffa di transazione: spedizione"), ("Tariffa", "Tariffa di elaborazione"), ("Tariffa", "Tariffa di inserzione"), ("Spedizione", "Etichetta di spedizione"), ("Marketing", "Annunci Etsy"),
            ("Imposta", "Imposta pagata dall’acquirente"), ("IVA", "IVA: tariffa di transazione"), ("Rimborso", "Rimborso all’acquirente per l’ordine #{0}"), ("Deposito", "{0} inviati al tuo conto bancario"), "Ordine #{0}", "Inserzione #{0}", ','),
        ["nl"] = new(
            ["Datum", "Soort", "Titel", "Info", "Valuta", "Bedrag", "Kosten en belastingen", "Netto", "Details"], "januari februari maart april mei juni juli augustus september oktober november december", "{0} {1} {2}",
            ("Verkoop", "Betaling voor bestelling #{0}"), ("Kosten", "Transactiekosten: Mok"), ("Kosten", "Transactiekosten: verzending"), ("Kosten", "Verwerkingskosten"), ("Kosten", "Aanbiedingskosten"), ("Verzending", "Verzendlabel"), ("Marketing", "Etsy-advertenties"),
            ("Belasting", "Belasting betaald door koper"), ("Btw", "Btw: transactiekosten"), ("Terugbetaling", "Terugbetaling aan koper voor bestelling #{0}"), ("Storting", "{0} naar je bankrekening gestuurd"), "Bestelling #{0}", "Artikel #{0}", ','),
        ["pt"] = new(
            ["Data", "Tipo", "Título", "Informações", "Moeda", "Valor", "Taxas e impostos", "Líquido", "Detalhes"], "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "{0} de {1} de {2}",
            ("Venda", "Pagamento do pedido #{0}"), ("Taxa", "Taxa de transação: Caneca"), ("Taxa", "Taxa de transação: envio"), ("Taxa", "Taxa de processamento"), ("Taxa", "Taxa de publicação"), ("Envio", "Etiqueta de envio"), ("Marketing", "Anúncios do Etsy"),
            ("Imposto", "Imposto pago pelo comprador"), ("IVA", "IVA: taxa de transação"), ("Reembolso", "Reembolso ao comprador do pedido #{0}"), ("Depósito", "{0} enviados para sua conta bancária"), "Pedido #{0}", "Anúncio #{0}", ','),
        ["pl"] = new(
            ["Data", "Typ", "Tytuł", "Informacje", "Waluta", "Kwota", "Opłaty i podatki", "Netto", "Szczegóły"], "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", "{0} {1} {2}",
            ("Sprzedaż", "Płatność za zamówienie #{0}"), ("Opłata", "Opłata transakcyjna: Kubek"), ("Opłata", "Opłata transakcyjna: wysyłka"), ("Opłata", "Opłata za przetwarzanie"), ("Opłata", "Opłata za wystawienie"), ("Wysyłka", "Etykieta wysyłkowa"), ("Marketing", "Reklamy Etsy"),
            ("Podatek", "Podatek zapłacony przez kupującego"), ("VAT", "VAT: opłata transakcyjna"), ("Zwrot", "Zwrot dla kupującego za zamówienie #{0}"), ("Wypłata", "{0} wysłano na konto bankowe"), "Zamówienie #{0}", "Oferta #{0}", ','),
    };

    private static readonly Dictionary<string, string> Listings = new()
    {
        ["en"] = "TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,VARIATION 1 NAME,VARIATION 1 VALUES,SKU", ["it"] = "TITOLO,DESCRIZIONE,PREZZO,CURRENCY_CODE,QUANTITÀ,TAG,MATERIALI,NOME VARIANTE 1,VALORI VARIANTE 1,SKU",
        ["de"] = "TITEL,BESCHREIBUNG,PREIS,CURRENCY_CODE,ANZAHL,TAGS,MATERIALIEN,VARIANTE 1 NAME,VARIANTE 1 WERTE,SKU", ["fr"] = "TITRE,DESCRIPTION,PRIX,CURRENCY_CODE,QUANTITÉ,ÉTIQUETTES,MATÉRIAUX,VARIANTE 1 NOM,VARIANTE 1 VALEURS,SKU",
        ["es"] = "TÍTULO,DESCRIPCIÓN,PRECIO,CURRENCY_CODE,CANTIDAD,ETIQUETAS,MATERIALES,VARIACIÓN 1 NOMBRE,VARIACIÓN 1 VALORES,SKU", ["nl"] = "TITEL,BESCHRIJVING,PRIJS,CURRENCY_CODE,AANTAL,TAGS,MATERIALEN,VARIATIE 1 NAAM,VARIATIE 1 WAARDEN,SKU",
        ["pt"] = "TÍTULO,DESCRIÇÃO,PREÇO,CURRENCY_CODE,QUANTIDADE,ETIQUETAS,MATERIAIS,VARIAÇÃO 1 NOME,VARIAÇÃO 1 VALORES,SKU", ["pl"] = "TYTUŁ,OPIS,CENA,CURRENCY_CODE,ILOŚĆ,TAGI,MATERIAŁY,WARIANT 1 NAZWA,WARIANT 1 WARTOŚCI,SKU",
    };

    [Fact]
    public async Task Any_statement_says_the_same_in_every_language()
    {
        using var pipeline = new Pipeline("DE", "EUR");
        var row = Gen.Select(Gen.Int[0, 11], Gen.Int[1, 28], Gen.Int[1, 12], Gen.Int[100, 250_000], Gen.Int[1, 5]);
        await row.List[3, 12].SampleAsync(
            async rows =>
            {
                string? said = null;
                foreach (var (code, language) in Languages)
                {
                    var (read, problem) = await pipeline.ReadAsync(language.Statement(rows));
                    Assert.True(problem is null, $"{code}: {problem?.Message}");
                    Assert.True(read!.Format == "etsy-statement", $"{code} was taken for {read.Format}");
                    Assert.True(read.Draft.Rejections.Count == 0, $"{code}: {string.Join("; ", read.Draft.Rejections)}");
                    var says = string.Join('\n', read.Draft.Of<DraftRow>().Select(one => one.Told is ToldEntry told ? $"{one.Number} {one.Key.Split(' ')[0]} {told.Kind} {told.FeeType} {told.Net}" : "").Order(StringComparer.Ordinal));
                    Assert.True((said ??= says) == says, $"{code} says\n{says}\ninstead of\n{said}");
                }
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task Listings_are_known_in_every_language_with_all_that_they_say()
    {
        using var pipeline = new Pipeline("DE", "EUR");
        foreach (var (code, heading) in Listings)
        {
            var (read, problem) = await pipeline.ReadAsync(Files.Csv(heading, "Cup,\"Holds 350 ml &amp; more\",\"12.50\",EUR,4,\"blue,gift_idea\",Clay,Size,\"Small,Large\",\"C-S,C-L\"", "Plate,,9.00,EUR,7,,,,,P"));
            Assert.True(problem is null, $"{code}: {problem?.Message}");
            Assert.Equal("etsy-listings", read!.Format);
            var items = read.Draft.Of<DraftItem>();
            Assert.Equal(["C-S Small 1250", "C-L Large 1250"], items[0].Variants.Select(variant => $"{variant.Sku} {variant.Title} {variant.Price}"));
            Assert.Equal(("Cup", "Holds 350 ml & more", 7), (items[0].Name, items[0].Description, (int)items[1].Variants[0].Quantity!.Value));
            Assert.Equal(["blue", "gift idea"], items[0].Tags);
        }
    }

    /// <summary>One language's words for a statement: each pair is a type and a title.</summary>
    private sealed record Language(
        string[] Headings, string Months, string Date, (string, string) Sale, (string, string) Transaction, (string, string) ShippingTransaction, (string, string) Processing, (string, string) Listing, (string, string) Label, (string, string) Ads,
        (string, string) BuyerTax, (string, string) TaxOnFee, (string, string) Refund, (string, string) Deposit, string Order, string ListingNumber, char Mark)
    {
        public string Statement(List<(int Kind, int Day, int Month, int Amount, int Order)> rows) =>
            Files.Csv(Line(Headings), [.. rows.Select(row => Line(Cells(row.Kind, row.Day, row.Month, row.Amount, row.Order))), Line(Cells(0, 1, 1, 123_456, 9))]);

        private string[] Cells(int kind, int day, int month, int amount, int order)
        {
            var (number, minus) = (string.Format(System.Globalization.CultureInfo.InvariantCulture, Order, 4_000 + order), $"-{Money(amount)}");
            var ((type, title), info, gross, fees, net) = kind switch
            {
                0 or 1 => (Sale, "", Money(amount), "--", Money(amount)),
                2 => (Transaction, number, "--", minus, minus),
                3 => (ShippingTransaction, number, "--", minus, minus),
                4 => (Processing, number, "--", minus, minus),
                5 => (Listing, string.Format(System.Globalization.CultureInfo.InvariantCulture, ListingNumber, 700 + order), "--", minus, minus),
                6 => (Label, number, "--", minus, minus),
                7 => (Ads, "", "--", minus, minus),
                8 => (BuyerTax, number, "--", minus, minus),
                9 => (TaxOnFee, number, "--", minus, minus),
                10 => (Refund, "", minus, "--", minus),
                _ => (Deposit, "", "--", "--", "--"),
            };
            title = string.Format(System.Globalization.CultureInfo.InvariantCulture, title, kind > 10 ? Money(amount) : 4_000 + order);
            var date = string.Format(System.Globalization.CultureInfo.InvariantCulture, Date, day, Months.Split(' ')[month - 1], 2025);
            return [date, type, title, info, "EUR", gross, fees, net, "--"];
        }

        private string Money(int minor) => $"{minor / 100}{Mark}{minor % 100:00}";

        private static string Line(string[] cells) => string.Join(';', cells.Select(cell => $"\"{cell}\""));
    }
}
