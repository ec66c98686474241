namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What the columns of our format of customers are called elsewhere: in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnCustomersFields
{
    /// <summary>The columns, the needed ones first.</summary>
    public static IReadOnlyList<MapField> All { get; } =
    [
        new("email", "Their e-mail address", CellContent.Email, ["email", "e-mail", "email address", "mail", "e-mail-adresse", "courriel", "adresse e-mail", "posta elettronica", "correo", "correo electrónico", "e-mailadres"], true),
        new("name", "Their name", CellContent.Text, ["name", "full name", "customer", "customer name", "client", "kunde", "kundenname", "nom", "nom complet", "nome", "cliente", "nombre", "naam", "klant"], true),
        new("city", "Their town", CellContent.Text, ["city", "town", "ort", "stadt", "wohnort", "ville", "città", "ciudad", "plaats", "stad", "cidade"]),
        new("region", "Their state, county or province", CellContent.Text, ["region", "state", "province", "county", "bundesland", "kanton", "région", "département", "provincia", "regione", "región", "provincie", "estado", "distrito"]),
        new("country", "Their country", CellContent.Text, ["country", "land", "pays", "paese", "país"]),
        new("postcode", "Their postcode", CellContent.Number, ["postcode", "zip", "zip code", "postal code", "plz", "postleitzahl", "code postal", "cap", "código postal"]),
    ];
}
