using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JoinFilesSetAsideAndExport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MatchedById",
                table: "SaleLines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MatchedById",
                table: "RefundLines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contact",
                table: "Locations",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Share",
                table: "Locations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "Locations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "Fees",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                table: "Fees",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Until",
                table: "ClosedPeriods",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PayoutExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Net = table.Column<long>(type: "bigint", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountEntries_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Told = table.Column<string>(type: "text", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChannelRows_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Format = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Said = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SavedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Payouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedThrough = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payouts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Payouts_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProductAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: true),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProductAliases_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ProductAliases_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Quantity = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WantedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedThrough = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reservations_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_ReturnsId",
                table: "StockMovements",
                column: "ReturnsId",
                filter: "\"ReturnsId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_TruedUp",
                table: "StockMovements",
                columns: new[] { "ShopId", "Day" },
                filter: "\"TrueUp\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_SaleLines_MatchedById",
                table: "SaleLines",
                column: "MatchedById",
                filter: "\"MatchedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RefundLines_MatchedById",
                table: "RefundLines",
                column: "MatchedById",
                filter: "\"MatchedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Fees_ShopId_ChannelId_ExternalId",
                table: "Fees",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true,
                filter: "\"ExternalId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountEntries_ChannelId",
                table: "AccountEntries",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountEntries_ImportId",
                table: "AccountEntries",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountEntries_ShopId_ChannelId_ExternalId",
                table: "AccountEntries",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountEntries_ShopId_ChannelId_OrderNumber",
                table: "AccountEntries",
                columns: new[] { "ShopId", "ChannelId", "OrderNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountEntries_ShopId_Day",
                table: "AccountEntries",
                columns: new[] { "ShopId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ChannelId",
                table: "ChannelRows",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ImportId_Key",
                table: "ChannelRows",
                columns: new[] { "ImportId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ShopId_ChannelId_Key",
                table: "ChannelRows",
                columns: new[] { "ShopId", "ChannelId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ShopId_ChannelId_Number_ImportId",
                table: "ChannelRows",
                columns: new[] { "ShopId", "ChannelId", "Number", "ImportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ShopId_ChannelId_Source_Day",
                table: "ChannelRows",
                columns: new[] { "ShopId", "ChannelId", "Source", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportMappings_ShopId_Fingerprint",
                table: "ImportMappings",
                columns: new[] { "ShopId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_ChannelId",
                table: "Payouts",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_ImportId",
                table: "Payouts",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_ShopId_ChannelId_ExternalId",
                table: "Payouts",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_ShopId_Day",
                table: "Payouts",
                columns: new[] { "ShopId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_AnyChannel",
                table: "ProductAliases",
                columns: new[] { "ShopId", "TitleKey" },
                unique: true,
                filter: "\"ChannelId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_Channel",
                table: "ProductAliases",
                columns: new[] { "ShopId", "TitleKey", "ChannelId" },
                unique: true,
                filter: "\"ChannelId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_ChannelId",
                table: "ProductAliases",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_ShopId_CreatedAt",
                table: "ProductAliases",
                columns: new[] { "ShopId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductAliases_VariantId",
                table: "ProductAliases",
                column: "VariantId");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_Open",
                table: "Reservations",
                column: "VariantId",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_ShopId_RecordedAt",
                table: "Reservations",
                columns: new[] { "ShopId", "RecordedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountEntries");

            migrationBuilder.DropTable(
                name: "ChannelRows");

            migrationBuilder.DropTable(
                name: "ImportMappings");

            migrationBuilder.DropTable(
                name: "Payouts");

            migrationBuilder.DropTable(
                name: "ProductAliases");

            migrationBuilder.DropTable(
                name: "Reservations");

            migrationBuilder.DropIndex(
                name: "IX_StockMovements_ReturnsId",
                table: "StockMovements");

            migrationBuilder.DropIndex(
                name: "IX_StockMovements_TruedUp",
                table: "StockMovements");

            migrationBuilder.DropIndex(
                name: "IX_SaleLines_MatchedById",
                table: "SaleLines");

            migrationBuilder.DropIndex(
                name: "IX_RefundLines_MatchedById",
                table: "RefundLines");

            migrationBuilder.DropIndex(
                name: "IX_Fees_ShopId_ChannelId_ExternalId",
                table: "Fees");

            migrationBuilder.DropColumn(
                name: "MatchedById",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "MatchedById",
                table: "RefundLines");

            migrationBuilder.DropColumn(
                name: "Contact",
                table: "Locations");

            migrationBuilder.DropColumn(
                name: "Share",
                table: "Locations");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "Locations");

            migrationBuilder.DropColumn(
                name: "ExternalId",
                table: "Fees");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                table: "Fees");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "ClosedPeriods");
        }
    }
}
