using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SalesInOtherCurrencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales");

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectedById",
                table: "Sales",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ExchangeRate",
                table: "Sales",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalCurrency",
                table: "Sales",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalMarketplaceTax",
                table: "Sales",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalOrderDiscount",
                table: "Sales",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalShipping",
                table: "Sales",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalShippingDiscount",
                table: "Sales",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalTax",
                table: "Sales",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PaidBy",
                table: "Sales",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectedById",
                table: "SaleLines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalDiscount",
                table: "SaleLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalOrderDiscountShare",
                table: "SaleLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalUnitPrice",
                table: "SaleLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectedById",
                table: "Fees",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalAmount",
                table: "Fees",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    SaleId = table.Column<Guid>(type: "uuid", nullable: false),
                    NewSaleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedThrough = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Sales_SaleId",
                        column: x => x.SaleId,
                        principalTable: "Sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sales_CorrectedById",
                table: "Sales",
                column: "CorrectedById",
                filter: "\"CorrectedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true,
                filter: "\"CorrectedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_SaleId",
                table: "Corrections",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ShopId_NewSaleId",
                table: "Corrections",
                columns: new[] { "ShopId", "NewSaleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ShopId_SaleId",
                table: "Corrections",
                columns: new[] { "ShopId", "SaleId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropIndex(
                name: "IX_Sales_CorrectedById",
                table: "Sales");

            migrationBuilder.DropIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "CorrectedById",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "ExchangeRate",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalCurrency",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalMarketplaceTax",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalOrderDiscount",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalShipping",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalShippingDiscount",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalTax",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "PaidBy",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "CorrectedById",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "OriginalDiscount",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "OriginalOrderDiscountShare",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "OriginalUnitPrice",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "CorrectedById",
                table: "Fees");

            migrationBuilder.DropColumn(
                name: "OriginalAmount",
                table: "Fees");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true);
        }
    }
}
